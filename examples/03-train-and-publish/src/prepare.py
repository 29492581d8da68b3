"""Removes customers without an identifier."""
import argparse
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--raw", type=Path, required=True)
parser.add_argument("--clean", type=Path, required=True)
args = parser.parse_args()

args.clean.mkdir(parents=True, exist_ok=True)
for file in sorted(args.raw.glob("*.csv")):
    pd.read_csv(file).dropna(subset=["customer"]).to_csv(args.clean / file.name, index=False)
