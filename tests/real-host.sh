#!/usr/bin/env bash
# Publishes the app for Azure Functions, starts it on the real Functions host (Core Tools) with Azurite and a mail sink, and runs the end-to-end
# tests against it. Logs are left in artifacts/real-host/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v func >/dev/null || { echo 'Azure Functions Core Tools are not there: npm install --global azure-functions-core-tools@4' >&2; exit 1; }

logs=$PWD/artifacts/real-host
app=$PWD/artifacts/real-host-app
data=$(mktemp -d)
mkdir -p "$logs"
children=()
stop() {
  for child in "${children[@]}"; do kill -TERM "$child" 2>/dev/null || true; done
  wait
  rm -rf "$data"
}
trap stop EXIT

[[ -d node_modules ]] || npm ci --no-audit --no-fund
npm run build --silent
dotnet publish functions/ProgramReview.Functions -c Release -p:FunctionsHost=Azure -o "$app" -nologo -v quiet

npx azurite --silent --skipApiVersionCheck --disableTelemetry --location "$data" --blobHost 127.0.0.1 --queueHost 127.0.0.1 --tableHost 127.0.0.1 >"$logs/azurite.log" 2>&1 &
children+=("$!")
npx maildev --ip 127.0.0.1 --web-ip 127.0.0.1 >"$logs/maildev.log" 2>&1 &
children+=("$!")

REVIEW_OPERATOR_TOKEN=$(openssl rand -hex 24)
export REVIEW_OPERATOR_TOKEN
sed -e "s|TO BE FILLED IN: openssl rand -base64 32|$(openssl rand -base64 32)|" \
  functions/ProgramReview.Functions/local.settings.example.json >"$app/local.settings.json"
(cd "$app" && AZURE_FUNCTIONS_ENVIRONMENT=Development exec func start --no-build --port 7071) >"$logs/host.log" 2>&1 &
children+=("$!")

for _ in $(seq 120); do
  curl -fsS -o /dev/null -H "Authorization: Bearer $REVIEW_OPERATOR_TOKEN" http://localhost:7071/cycles && break
  sleep 1
done
REVIEW_BASE_URL=http://localhost:7071 REVIEW_MAIL_URL=http://127.0.0.1:1080 ./review test --e2e
