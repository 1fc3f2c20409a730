"""The words of Python that lines and drafts are made of: names, numbers, texts, nodes."""
