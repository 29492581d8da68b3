"""Adds what each customer pays."""
import argparse
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--clean", type=Path, required=True)
parser.add_argument("--plans", type=Path, required=True)
parser.add_argument("--out", type=Path, required=True)
args = parser.parse_args()

plans = pd.read_csv(args.plans)
args.out.mkdir(parents=True, exist_ok=True)
for file in sorted(args.clean.glob("*.csv")):
    pd.read_csv(file).merge(plans, on="plan", how="left").to_csv(args.out / file.name, index=False)
