"""English phrases by family, read from a report of Thursday 2 November 1989."""

from __future__ import annotations

import pytest

from tests.dates.said import asked

NEWS = "1989-11-02"


@pytest.mark.parametrize(
    ("phrase", "result"),
    [
        # days
        ("Oct. 13, 1987", "1987-10-13"), ("13 October 1987", "1987-10-13"), ("October 13th 1987", "1987-10-13"), ("1987 October 13", "1987-10-13"), ("13-Oct-1987", "1987-10-13"),
        ("Wednesday, Nov. 1", "1989-11-01"), ("Nov. 1 (Wednesday)", "1989-11-01"), ("Nov. 1, Tuesday", "refused D305"), ("3 Aug 96", "refused D302"), ("3 Aug 86", "1986-08-03"), ("Aug 3 '86", "1986-08-03"),
        ("the first day of October 1987", "1987-10-01"), ("Friday's", "1989-10-27"), ("the 13th", "1989-10-13"), ("day 13", "refused D306"), ("the 20th of last month", "1989-10-20"), ("10/29/89", "1989-10-29"),
        ("29.10.1989", "1989-10-29"), ("1989/10/29", "1989-10-29"), ("10/29", "1989-10-29"), ("32/10/1989", "refused D304"), ("29/29", "refused D301"), ("10-1989", "refused D301"), ("13/1989", "refused D301"),
        # months, quarters, seasons, years
        ("October 1987", "1987-10"), ("the month of October", "1989-10"), ("October of last year", "1988-10"), ("April in 1986", "1986-04"), ("last year's third quarter", "1988-35"), ("Q3 1988", "1988-35"),
        ("1988 Q3", "1988-35"), ("third-quarter", "1989-35"), ("the fifth quarter", "refused D301"), ("the 1988 third quarter", "1988-35"), ("H1 1989", "1989-40"), ("the first half of last year", "1988-40"),
        ("the second half of the 1980s", "1985-01-01/1989-12-31"), ("the second half of the 19th century", "1850-01-01/1899-12-31"), ("the second half of summer 1988", "1988-07-17/1988-08-31"),
        ("the first half of last week", "refused D301"), ("the summer of 1988", "1988-22"), ("1988 summer", "1988-22"), ("last summer", "1989-22"), ("next summer", "1990-22"), ("last winter", "1988-24"), ("next winter", "1989-24"),
        ("this winter", "1989-24"), ("winter last year", "refused D302"), ("winter", "refused D302"), ("the '80s", "198X"), ("the mid-1980s", "1983-01-01~/1986-12-31~"), ("'95s", "refused D301"), ("this century", "19XX"), ("early 20th century", "1900-01-01~/1932-12-31~"),
        ("300 BC", "refused D301"), ("1066 AD", "1066"), ("AD 1066", "1066"), ("in '87", "1987"), ("October '87", "1987-10"), ("the year 3000", "refused D301"),
        # this, last, next
        ("this week", "1989-10-30/1989-11-05"), ("next week", "1989-11-06/1989-11-12"), ("the week after next", "1989-11-13/1989-11-19"), ("the year before last", "1987"), ("this decade", "198X"), ("last century", "18XX"),
        ("the past week", "1989-10-26~/1989-11-02~"), ("the last decade", "refused D302"), ("last weekend", "1989-10-28/1989-10-29"), ("the weekend", "1989-10-28/1989-10-29"), ("this weekend", "1989-11-04/1989-11-05"),
        ("earlier this week", "1989-10-30/1989-11-05"), ("later Friday", "1989-10-27"), ("earlier last year", "1988"), ("so far this year", "1989"), ("earlier in the month", "1989-11"), ("Tuesday last", "refused D302"),
        ("Tuesday of last week", "1989-10-24"), ("last October", "refused D302"), ("October last", "refused D302"), ("next January", "1990-01"), ("the rest of this year", "1989-11-02/1989-12-31"), ("the rest of last year", "refused D301"),
        ("the remainder of the week", "1989-11-02/1989-11-05"), ("within two days", "1989-11-02/1989-11-04"), ("the next three days", "1989-11-02/1989-11-05"), ("the past two weeks", "1989-10-19~/1989-11-02~"),
        # ago
        ("a decade ago", "197X"), ("a fortnight ago", "1989-10-16/1989-10-22"), ("a year and two months ago", "1988-09"), ("about two years ago", "1987~"), ("years ago", "../1989-11-01"), ("two hours ago", "1989-11-01T22:00/1989-11-02T22:00"),
        ("a century ago", "18XX"), ("3000 years ago", "refused D301"), ("900 years ago", "1089"), ("in two weeks", "1989-11-13/1989-11-19"), ("two days from tomorrow", "1989-11-05"), ("three weeks from Friday", "1989-11-24"),
        ("two weekends ago", "1989-10-21/1989-10-22"), ("ten days ago", "1989-10-23"), ("a year earlier", "1988"), ("coming week", "refused D302"),
        # parts
        ("early next year", "1990-01-01~/1990-04-30~"), ("late in 1988", "1988-09-01~/1988-12-31~"), ("late Friday", "1989-10-27T18:00/1989-10-28T00:00"), ("mid Friday", "1989-10-27T11:00/1989-10-27T14:00"),
        ("late Tuesday afternoon", "1989-10-31T15:00/1989-10-31T18:00"), ("early Wednesday morning", "1989-11-01T00:00/1989-11-01T06:00"), ("early in the week", "1989-10-30~/1989-10-31~"), ("the end of the year", "1989-09-01~/1989-12-31~"),
        ("mid-third quarter 1989", "1989-08-01~/1989-08-31~"), ("late in the first half of 1989", "1989-05-01~/1989-06-30~"), ("early this weekend", "refused D301"), ("the beginning of the day", "refused D307"),
        ("the first Monday of October", "1989-10-02"), ("the fifth Friday of October 1989", "refused D304"), ("last day of September", "1989-09-30"), ("the third month of 1988", "1988-03"), ("the second weekend of October", "1989-10-14/1989-10-15"),
        ("the last weekend of October", "1989-10-28/1989-10-29"), ("the 40th day of October", "refused D304"), ("the last week of October 1989", "refused D302"), ("the sixth week of October 1989", "refused D304"), ("the last month of 1988", "1988-12"),
        ("first nine months", "1989-01-01/1989-09-30"), ("the last three months of 1988", "1988-10-01/1988-12-31"), ("the first 14 months of 1988", "refused D304"), ("first two weeks", "refused D301"), ("the second two months of 1988", "refused D301"),
        ("the turn of the year 1989", "refused D302"), ("week 40", "1989-10-02/1989-10-08"), ("week 60", "refused D301"), ("the week ended Oct. 21", "1989-10-15/1989-10-21"), ("the week of Oct. 16", "1989-10-16/1989-10-22"),
        ("two months starting October 1 1989", "1989-10-01/1989-11-30"), ("the 12 months ended in September", "1988-10-01/1989-09-30"),
        # ranges and limits
        ("from January to October", "refused D302"), ("January through September 1989", "1989-01-01/1989-09-30"), ("November-February 1989", "1988-11-01/1989-02-28"), ("Oct. 13-16", "1989-10-13/1989-10-16"), ("Oct. 16-13", "refused D304"),
        ("October 13 and 14", "1989-10-13/1989-10-14"), ("October 13 and 17", "refused D301"), ("1985-88", "1985-01-01/1988-12-31"), ("1985-12", "1985-12"), ("1988 and 1989", "1988-01-01/1989-12-31"), ("1985 and 1989", "refused D301"),
        ("between 1985 and 1989", "1985-01-01/1989-12-31"), ("the 1960s to the 80s", "1960-01-01/1989-12-31"), ("September to October last year", "1988-09-01/1988-10-31"), ("yesterday to tomorrow", "1989-11-01/1989-11-03"),
        ("tomorrow to yesterday", "refused D304"), ("between 10 October 1988 and yesterday", "1988-10-10/1989-11-01"), ("10 October - 12 October 1988", "1988-10-10/1988-10-12"), ("the 16th to the 18th", "1989-10-16/1989-10-18"), ("the 1st and 2nd", "1989-11-01/1989-11-02"),
        ("since 1985", "1985-01-01/.."), ("through 1992", "../1992-12-31"), ("before 1990", "../1989-12-31"), ("no later than 21 October", "../1989-10-21"), ("21 October at the latest", "refused D301"), ("after 4 pm on 21 October", "1989-10-21T16:00/1989-10-22T00:00"),
        ("before 4 pm on 21 October", "1989-10-21T00:00/1989-10-21T16:00"), ("since early October", "1989-10-01~/.."), ("before the end of October", "../1989-10-31~"), ("1990's first quarter", "1990-33"), ("just before midnight", "refused D302"), ("weekends", "refused D301"), ("later on Thursday", "1989-11-02"), ("through the end of 1990", "../1990-12-31~"), ("around October 1987", "1987-10~"), ("two days before 21 October", "1989-10-19"),
        ("a month after October 1987", "1987-11"), ("two days after October 1987", "1987-10-03/1987-11-02"), ("a few days after 21 October", "refused D301"), ("14-15.10.1988", "1988-10-14/1988-10-15"), ("14-15.10", "1989-10-14/1989-10-15"), ("14-15.10.88", "refused D301"),
        # clock
        ("8 a.m.", "1989-11-02T08:00/1989-11-02T09:00"), ("10 p.m. Tuesday", "1989-10-31T22:00/1989-10-31T23:00"), ("9:30 a.m. EST", "1989-11-02T09:30-05:00/1989-11-02T09:31-05:00"), ("0930 hours", "1989-11-02T09:30/1989-11-02T09:31"), ("1430 hours", "1989-11-02T14:30/1989-11-02T14:31"),
        ("at 1430", "1989-11-02T14:30/1989-11-02T14:31"), ("1430", "1430"), ("12 am", "1989-11-02T00:00/1989-11-02T01:00"), ("12:30 pm", "1989-11-02T12:30/1989-11-02T12:31"), ("14 pm", "1989-11-02T14:00/1989-11-02T15:00"), ("14 am", "refused D304"), ("24:00", "1989-11-03T00:00/1989-11-03T00:01"),
        ("24:30", "refused D301"), ("25:00", "refused D304"), ("5:75", "refused D301"), ("five in the morning", "1989-11-02T05:00/1989-11-02T06:00"), ("nine at night", "1989-11-02T21:00/1989-11-02T22:00"), ("2 in the night", "1989-11-02T02:00/1989-11-02T03:00"), ("3 in the afternoon", "1989-11-02T15:00/1989-11-02T16:00"),
        ("twenty past five pm", "1989-11-02T17:20/1989-11-02T17:21"), ("quarter to one am", "1989-11-02T00:45/1989-11-02T00:46"), ("ten to one", "refused D302"), ("half past thirteen", "refused D301"), ("330 p.m.", "1989-11-02T15:30/1989-11-02T15:31"), ("9h30", "1989-11-02T09:30/1989-11-02T09:31"),
        ("17:00 yesterday evening", "1989-11-01T17:00/1989-11-01T17:01"), ("tonight at 8", "1989-11-02T20:00/1989-11-02T21:00"), ("tonight at 3 pm", "refused D304"), ("5 pm in the morning", "refused D304"), ("from 9:30 to 11 am on Friday", "1989-10-27T09:30/1989-10-27T11:00"), ("2:30-4 pm", "1989-11-02T14:30/1989-11-02T16:00"),
        ("15-16 pm", "refused D301"), ("noon Friday", "1989-10-27T12:00/1989-10-27T12:01"), ("midnight Friday", "refused D302"), ("15:23:24", "1989-11-02T15:23:24"),
        # rest
        ("Christmas Day last year", "1988-12-25"), ("Thanksgiving 1988", "1988-11-24"), ("Memorial Day", "1989-05-29"), ("Easter Monday 1989", "refused D302"), ("Easter Monday 1990", "1990-04-16"), ("Russia's Victory Day", "1989-05-09"), ("Victory Day in Ukraine", "1989-05-09"), ("Victory Day", "refused D302"), ("Ukraine's Independence Day in 2022", "2022-08-24"), ("Independence Day", "refused D302"), ("Yom Kippur", "refused D302"), ("212130ZOCT89", "1989-10-21T21:30+00:00/1989-10-21T21:31+00:00"),
        ("219930ZMAY23", "refused D304"), ("212130JMAY23", "2023-05-21T21:30/2023-05-21T21:31"), ("212130RMAY23", "2023-05-21T21:30-05:00/2023-05-21T21:31-05:00"), ("212130Z", "refused D301"), ("212130Zxxx23", "refused D301"),
        ("overnight", "1989-11-01T21:00/1989-11-02T06:00"), ("the night of 21-22 October", "1989-10-21T21:00/1989-10-22T06:00"), ("the night of 21-23 October", "refused D301"), ("the night of 31-32 October", "refused D304"), ("the evening of 21-22 October", "refused D301"),
    ],
)  # fmt: skip
def test_a_phrase_of_a_report(phrase: str, result: str) -> None:
    found = asked(phrase, NEWS)
    assert found == result
