"""The window: pages, painted views, palettes. Only this room knows Qt."""
