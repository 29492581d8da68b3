"""Trains a model of who leaves."""
import argparse
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, required=True)
parser.add_argument("--rate", type=float, required=True)
parser.add_argument("--algorithm", choices=["logistic", "forest"], required=True)
parser.add_argument("--seed", type=int)
parser.add_argument("--model", type=Path, required=True)
args = parser.parse_args()

data = pd.concat(pd.read_csv(file) for file in sorted(args.data.glob("*.csv")))
model = (
    LogisticRegression(C=1 / max(args.rate, 1e-6), random_state=args.seed)
    if args.algorithm == "logistic"
    else RandomForestClassifier(ccp_alpha=args.rate, random_state=args.seed)
)
model.fit(data[["price"]], data["left"])
args.model.mkdir(parents=True, exist_ok=True)
joblib.dump(model, args.model / "model.joblib")
