"""The learned part: everybody in a sentence is weighed against every action, and what stands is kept.

`features` describes a candidate, `claims` gathers what an article says of one actor and action, `judge` weighs both
with a trained file, `kept` says what a claim that stands tells, `extractor` makes statements of it. The grammar works
without it; `training/` makes the file.
"""
