#!/bin/sh
# Makes the package for Azure. Called by azd, or by hand before a deployment with az.
set -eu
cd "$(dirname "$0")/.."
out=artifacts/azure-app

rm -rf "$out"
dotnet publish functions/ProgramReview.Functions -c Release -o "$out"

# Without it the host finds no function.
[ -f "$out/functions.metadata" ] || {
  echo "$out holds no program for Azure Functions; what the build said stands above." >&2
  exit 1
}
