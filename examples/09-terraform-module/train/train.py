import argparse
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--raw", type=pathlib.Path)
args = parser.parse_args()
print(sorted(path.name for path in args.raw.iterdir()))
