"""Reads a file with pydifact; prints the CPU milliseconds of one round."""
import sys
import time

from pydifact.segmentcollection import Interchange

with open(sys.argv[1], encoding="latin-1") as f:
    text = f.read()
start = time.thread_time()
count = sum(1 for _ in Interchange.from_str(text).segments)
print((time.thread_time() - start) * 1000, count)
