#!/usr/bin/env bash
# The requests of the original system's documentation, with its placeholder numbers, against this host.
#   dotnet run --project samples/PitWallHost &
#   samples/PitWallHost/try-it.sh [http://localhost:8000]
set -euo pipefail
host=${1:-http://localhost:8000}

# Says on standard error what it asks, answers status and body on standard output, and fails on anything but 200.
call() {
  local answer status argument method=GET path= body=
  for argument in "$@"; do
    case $argument in
      POST) method=POST ;;
      "$host"*) path=${argument#"$host"} ;;
      "{"*) body=$(tr -s ' \n' ' ' <<<"$argument") ;;
    esac
  done
  printf '%s %s %s\n' "$method" "$path" "$body" >&2
  answer=$(curl -sS -w '\n%{http_code}' "$@")
  status=${answer##*$'\n'}
  printf '%s %s\n' "$status" "${answer%$'\n'*}"
  [ "$status" = 200 ]
}

# Test SMS
call -X POST "$host/api/twilio/sms/send" \
  -H "Content-Type: application/json" \
  -d '{
    "to": "+1234567890",
    "message": "Test message"
  }'

# Test alert SMS
call -X POST "$host/api/twilio/alerts/sms" \
  -H "Content-Type: application/json" \
  -d '{
    "to": "+1234567890",
    "alert_type": "tire_wear",
    "alert_message": "Test alert",
    "severity": "high"
  }'

# Check health
call "$host/api/twilio/health"

# Every route with every optional field it is documented with. Only the recipient here is another placeholder than the
# documentation's, which texts from a number to itself: Twilio refuses that (error 21266), and so does the client.
call -X POST "$host/api/twilio/sms/send" -H "Content-Type: application/json" -d '{
    "to": "+441234567890",
    "message": "Hello from the pit wall!",
    "from_number": "+1234567890",
    "status_callback": "https://your-server.com/twilio/status",
    "status_callback_method": "POST"
  }'
call -X POST "$host/api/twilio/whatsapp/send" -H "Content-Type: application/json" -d '{
    "to": "+1234567890",
    "message": "Hello from the pit wall!",
    "from_number": "whatsapp:+14155238886",
    "status_callback": "https://your-server.com/twilio/status"
  }'
call -X POST "$host/api/twilio/alerts/sms" -H "Content-Type: application/json" -d '{
    "to": "+1234567890",
    "alert_type": "tire_wear",
    "alert_message": "Critical tire wear: 15% remaining. Pit window: Laps 15-17",
    "severity": "high"
  }'
call -X POST "$host/api/twilio/voice/call" -H "Content-Type: application/json" -d '{
    "to": "+1234567890",
    "message": "This is a test call",
    "url": "https://your-server.com/twiml/voice",
    "from_number": "+1234567890",
    "status_callback": "https://your-server.com/twilio/status",
    "record": false
  }'
sid=$(call -X POST "$host/api/twilio/sms/send" -H "Content-Type: application/json" \
  -d '{"to": "+1234567890", "message": "Where is it?"}' | sed -n 's/.*"sid":"\([A-Z0-9a-z]*\)".*/\1/p')
call "$host/api/twilio/messages/$sid/status"
