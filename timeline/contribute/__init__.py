"""What helps people to add to a timeline: records as plain data, their files, their ids, and what they are asked for.

Everything here is pure: what reads and writes the disk, or speaks to a person, stands in `timeline.commands`.
"""
