"""Code that the experiments share. Adds `training/` to the search path, for the list of recordings (`corpus.py`)."""
import os
import sys

sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
