"""Reads a raw CSV file, drops incomplete rows and writes a clean one."""

import argparse
from pathlib import Path

import pandas as pd


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--clean", type=Path, required=True)
    args = parser.parse_args()

    rows = pd.read_csv(args.raw)
    complete = rows.dropna()
    args.clean.mkdir(parents=True, exist_ok=True)
    complete.to_csv(args.clean / "clean.csv", index=False)
    print(f"kept {len(complete)} of {len(rows)} rows of {args.raw.name}")


if __name__ == "__main__":
    main()
