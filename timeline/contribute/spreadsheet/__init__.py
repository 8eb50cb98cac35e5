"""Claims from a spreadsheet: a table of cells -> columns that mean fields -> records as plain data.

What enters: the bytes of a CSV or XLSX file, and what its user says of its columns. What leaves: records to be tried among
those on file, each of which knows its row, and findings that name rows. What it refuses: to guess what a cell says, to
drop one without a word, and to make a date of a number.
"""
