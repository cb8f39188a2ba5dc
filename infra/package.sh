#!/bin/sh
# Makes the package for Azure: the pages' stylesheet and script, then the program for the Azure host. Called by azd, or by hand before a
# deployment with az.
set -eu
cd "$(dirname "$0")/.."
out=artifacts/azure-app

npm ci --no-audit --no-fund
npm run build
rm -rf "$out"
dotnet publish functions/ProgramReview.Functions -c Release -p:FunctionsHost=Azure -o "$out"

# The worker's tooling writes it for an Azure build alone.
[ -f "$out/functions.metadata" ] || {
  echo "$out holds no program for Azure Functions; what the build said stands above." >&2
  exit 1
}
