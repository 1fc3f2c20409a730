"""Who is ``$dom``: what flows where in a project, and what of it is Sys::Virt's."""
