"""Pure geometry of what both the page and the dossier draw: frozen values, never markup.

What enters: an aligned timeline, and the width to draw for. What leaves: a `Drawing` of boxes, lines, curves, words and
marks, each with the role that it plays. `timeline.pages` turns it into SVG and `timeline.dossier` into Typst; colours, fonts
and thicknesses are theirs, by role and slot. Units are px, the origin is at the top left, y runs down; the scale is the reader's.
"""
