# Adds up what both test runners say of themselves: Jest "Tests:       1 failed, 2 passed, 3 total", Playwright "  1 failed" and
# "  2 passed (1.0m)", a line each. In awk, since a `grep` that finds no failure ends a script that runs with `set -e` and `pipefail`.
/^Tests:/ || /^ +[0-9]+ (passed|failed)/ {
  for (i = 2; i <= NF; i++) {
    if ($i ~ /^passed,?$/) passed += $(i - 1)
    if ($i ~ /^failed,?$/) failed += $(i - 1)
  }
}
END {
  # A runner that ended in failure without naming a test that failed (it did not start, or was stopped) is a failure all the same.
  if (status != 0 && failed == 0) failed = 1
  printf "%d passed, %d failed\n", passed, failed
  exit failed > 0
}
