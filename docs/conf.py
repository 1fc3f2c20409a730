"""How Sphinx builds the site: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The extensions beside this file, and the checkout with the tables that pages are made from.
sys.path[:0] = [str(HERE / "extensions"), str(HERE.parent)]

import sysvirt  # noqa: E402 # from the checkout

project = "sysvirt"
author = "the sysvirt developers"
project_copyright = "the sysvirt developers"
version = release = sysvirt.__version__

extensions = [
    "sphinx.ext.autodoc",
    "myst_parser",
    "sphinx_copybutton",
    "classes",
    "constant_tables",
    "lookup",
    "docstrings",
    "takes",
    "awaited",
    "programs",
    "pairs",
    "facts",
    "differences",
    "needs",
]
exclude_patterns = ["_build", "extensions"]
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
# A signature tells more as it is written: flags=0, not the value behind a name.
autodoc_preserve_defaults = True
# A method is looked for by its name alone.
add_module_names = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 90
toc_object_entries_show_parents = "hide"

# What is copied from an example is what one types.
copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = "sysvirt"
html_static_path = ["_static"]
html_css_files = ["sysvirt.css"]
html_search_scorer = str(HERE / "scorer.js")
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#8a3a12",
        "color-brand-content": "#8a3a12",
        "color-api-name": "#8a3a12",
        "color-api-pre-name": "#6b6b6b",
    },
    "dark_css_variables": {
        "color-brand-primary": "#f0a070",
        "color-brand-content": "#f0a070",
        "color-api-name": "#f0a070",
        "color-api-pre-name": "#a0a0a0",
    },
}
pygments_style = "friendly"
pygments_dark_style = "monokai"
