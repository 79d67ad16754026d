"""How the judge of the learned reader is made: `make train`, or `python -m training`.

Needs scikit-learn (the `train` extra), which nothing that ships imports.
"""
