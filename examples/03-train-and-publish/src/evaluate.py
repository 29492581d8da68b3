"""Prints how good a model is."""
import argparse
from pathlib import Path

import joblib

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--data", type=Path, required=True)
args = parser.parse_args()

model = joblib.load(args.model / "model.joblib")
files = len(list(args.data.glob("*.csv")))
print(f"{type(model).__name__}, {files} files")
