"""The types of typed parameters: ``virTypedParameterType``."""

INT, UINT, LLONG, ULLONG, DOUBLE, BOOLEAN, STRING = range(1, 8)
