"""Names the customers whose risk is above a threshold."""
import argparse
from pathlib import Path

import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--customers", type=Path, required=True)
parser.add_argument("--threshold", type=float, required=True)
parser.add_argument("--scores", type=Path, required=True)
args = parser.parse_args()

args.scores.mkdir(parents=True, exist_ok=True)
for file in sorted(args.customers.glob("*.csv")):
    customers = pd.read_csv(file)
    customers[customers["risk"] > args.threshold].to_csv(args.scores / file.name, index=False)
