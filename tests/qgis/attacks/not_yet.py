"""Attacks that still succeed, by the part of the work that ends them. An entry goes when its part is in."""

_BY_PART = {
    "limits of JSON in themes and settings": (
        "settings-deep/open settings-deep/add_to theme-deep/theme theme-sparse/theme"
    ),
}  # fmt: skip
NOT_YET: dict[str, str] = {name: part for part, names in _BY_PART.items() for name in names.split()}
