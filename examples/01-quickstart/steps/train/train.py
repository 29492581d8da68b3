"""Trains a logistic regression on the last column and writes the model."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--regularization", type=float, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()

    rows = pd.read_csv(args.data / "clean.csv")
    features, label = rows.iloc[:, :-1], rows.iloc[:, -1]
    train_x, test_x, train_y, test_y = train_test_split(features, label, random_state=0)
    model = LogisticRegression(C=1.0 / args.regularization, max_iter=1000).fit(train_x, train_y)
    args.model.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, args.model / "model.joblib")
    print(f"accuracy {model.score(test_x, test_y):.3f} on {len(test_x)} rows")


if __name__ == "__main__":
    main()
