MONTHS={"en":("january|jan","february|feb","march|mar","april|apr","may","june|jun","july|jul","august|aug","september|sep","october|oct","november|nov","december|dec")}
WEEKDAYS={"en":("monday|mon","tuesday|tue","wednesday|wed","thursday|thu","friday|fri","saturday|sat","sunday|sun")}
