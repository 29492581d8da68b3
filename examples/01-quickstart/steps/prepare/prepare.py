"""Reads raw CSV files, drops incomplete rows and writes one clean file."""

import argparse
from pathlib import Path

import pandas as pd


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--clean", type=Path, required=True)
    args = parser.parse_args()

    files = [args.raw] if args.raw.is_file() else sorted(args.raw.glob("**/*.csv"))
    if not files:
        raise SystemExit(f"no CSV files under {args.raw}")
    rows = pd.concat((pd.read_csv(file) for file in files), ignore_index=True)
    complete = rows.dropna()
    args.clean.mkdir(parents=True, exist_ok=True)
    complete.to_csv(args.clean / "clean.csv", index=False)
    print(f"kept {len(complete)} of {len(rows)} rows from {len(files)} files")


if __name__ == "__main__":
    main()
