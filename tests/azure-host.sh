#!/usr/bin/env bash
# Publishes the app, starts it with Azurite and a mail sink, and runs the end-to-end tests against it; then every timer
# function once. Logs are left in artifacts/azure-host/.
#   tests/azure-host.sh [--real | --stand-in] [--app FOLDER] [--only CLASS]
# --real takes the Functions host (Azure Functions Core Tools), --stand-in the program tools/FunctionsHost, which docs/local-host.md
# describes; without either, the Functions host if it is installed. --app takes an app that is published already, --only the tests of one
# class, without building them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

host=stand-in
command -v func >/dev/null && host=real
app='' only=''
while (($#)); do
  case $1 in
    --real | --stand-in)
      host=${1#--}
      shift
      ;;
    --app)
      app=$2
      shift 2
      ;;
    --only)
      only=$2
      shift 2
      ;;
    *)
      echo "azure-host.sh knows no '$1'." >&2
      exit 2
      ;;
  esac
done
[[ $host == stand-in ]] || command -v func >/dev/null || {
  echo 'Azure Functions Core Tools are not there: npm install --global azure-functions-core-tools@4' >&2
  exit 1
}

logs=$PWD/artifacts/azure-host
data=$(mktemp -d)
rm -rf "$logs"
mkdir -p "$logs"
children=()
# shellcheck disable=SC2317 # The trap calls it.
stop() {
  for child in "${children[@]}"; do kill -TERM "$child" 2>/dev/null || true; done
  wait
  rm -rf "$data"
}
trap stop EXIT

# The usual ports, or for the stand-in any six in a row, so that several may run at once.
blobs=10000 smtp=1025 mails=1080 port=7071
if [[ $host == stand-in ]]; then
  free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
  until blobs=$((20000 + RANDOM % 11000)) && free "$blobs" && free $((blobs + 1)) && free $((blobs + 2)) &&
    smtp=$((blobs + 3)) && free "$smtp" && mails=$((blobs + 4)) && free "$mails" && port=$((blobs + 5)) && free "$port"; do :; done
fi

make() {
  "$@" >>"$logs/build.log" 2>&1 || {
    tail -n 20 "$logs/build.log" >&2
    exit 1
  }
}
make ./review receipt-keys "$data/receipt-keys.json"
if [[ -z $app ]]; then
  app=$PWD/artifacts/azure-host-app
  make dotnet publish functions/ProgramReview.Functions -c Release -o "$app" -nologo -v quiet
fi
[[ -d tools/MailSink/node_modules ]] || make npm ci --prefix tools/MailSink --no-audit --no-fund --loglevel=error
[[ $host == real ]] || make dotnet build tools/FunctionsHost -c Release -nologo -v quiet

node_modules/.bin/azurite --silent --skipApiVersionCheck --disableTelemetry --location "$data" --blobHost 127.0.0.1 --blobPort "$blobs" \
  --queueHost 127.0.0.1 --queuePort $((blobs + 1)) --tableHost 127.0.0.1 --tablePort $((blobs + 2)) >"$logs/azurite.log" 2>&1 &
children+=("$!")
tools/MailSink/node_modules/.bin/maildev --ip 127.0.0.1 --smtp "$smtp" --web-ip 127.0.0.1 --web "$mails" >"$logs/maildev.log" 2>&1 &
children+=("$!")

REVIEW_OPERATOR_TOKEN=$(openssl rand -hex 24)
export REVIEW_OPERATOR_TOKEN
sed -e "s|TO BE FILLED IN: openssl rand -base64 32|$(openssl rand -base64 32)|" \
  -e "s|TO BE FILLED IN: ./review receipt-keys FILE|$data/receipt-keys.json|" \
  -e "s|\"1025\"|\"$smtp\"|" -e "s|localhost:7071|localhost:$port|" \
  functions/ProgramReview.Functions/local.settings.example.json >"$app/local.settings.json"
! grep -q 'TO BE FILLED IN' "$app/local.settings.json" || {
  echo 'local.settings.example.json has a place that this script does not fill in.' >&2
  exit 1
}
if [[ $host == real ]]; then
  (cd "$app" && AZURE_FUNCTIONS_ENVIRONMENT=Development exec func start --no-build --port "$port") >"$logs/host.log" 2>&1 &
else
  AZURE_FUNCTIONS_ENVIRONMENT=Development dotnet tools/FunctionsHost/bin/Release/net10.0/ProgramReview.FunctionsHost.dll \
    --app "$app" --port "$port" --azurite "127.0.0.1:$blobs" >"$logs/host.log" 2>&1 &
fi
running=$!
children+=("$running")

address=http://localhost:$port
waited=0
until curl -fsS -o /dev/null -H "Authorization: Bearer $REVIEW_OPERATOR_TOKEN" "$address/cycles" 2>>"$logs/waiting.log"; do
  kill -0 "$running" 2>/dev/null || {
    echo "The host has ended; the last it said, in $logs/host.log:" >&2
    tail -n 30 "$logs/host.log" >&2
    exit 1
  }
  sleep 1
  waited=$((waited + 1))
  ((waited % 10)) || echo "Still waiting for the host, $waited s so far; it last said: $(tail -n 1 "$logs/host.log")" >&2
done

failed=0
export REVIEW_BASE_URL=$address REVIEW_MAIL_URL=http://127.0.0.1:$mails
if [[ -n $only ]]; then
  (cd tests/EndToEnd.Tests/bin/Release/net10.0 && dotnet ProgramReview.EndToEnd.Tests.dll --progress off --filter-class "*.$only") || failed=1
else
  ./review test --e2e || failed=1
fi
for timer in ReconcilerFunction DailyReconcilerFunction DailyAnchorFunction; do
  curl -fsS -o /dev/null -X POST -H 'content-type: application/json' -d '{}' "$address/admin/functions/$timer" || {
    echo "$timer failed: see $logs/host.log" >&2
    failed=1
  }
done

kill -TERM "$running" 2>/dev/null || true
wait "$running" || true
if grep -qE '/[uad]/[^/ ]+\.[^/ ]+\.[^/ ]+' "$logs/host.log"; then
  echo "A log holds a link: see $logs/host.log" >&2
  failed=1
fi
# Hostile requests make the app log; a host that shows none of it would leave operators without a word.
if [[ $host == stand-in && -z $only ]] && ! grep -q 'ProgramReview.Functions' "$logs/host.log"; then
  echo "Nothing that the app logged is in $logs/host.log" >&2
  failed=1
fi
tail -n 1 "$logs/host.log"
exit "$failed"
