#!/usr/bin/env bash
# A CloudFormation template with seven plain mistakes, before cfn-lint.
# Runs:    PyPI cfn-lint 1.58.0 on API Gateway, SQS, EventBridge and EventBridge Scheduler resources.
# Guessed: all seven are refused: its schemas are built from AWS's own, where these limits are integers and the expressions have forms.
# Seen:    an SQS delay above its maximum and an Events cron with five fields are refused; a fraction passes where the schema says
#          integer (a burst limit of 109.19, a visibility timeout of 30.5); and nothing at all is said of a Scheduler's expression or zone:
#          "rate(5 minuts)", a cron of two stars and America/Toronot all pass, though the sibling service's rule is checked.
# For us:  a computed capacity must be rounded and a schedule tried by tests of our own; the linter's silence is no proof.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile cfn-lint==1.58.0
cat >template.yaml <<'YAML'
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: diary, ProtocolType: HTTP}
  Stage:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Api
      StageName: $default
      DefaultRouteSettings: {ThrottlingRateLimit: 50, ThrottlingBurstLimit: 109.19}
  Queue:
    Type: AWS::SQS::Queue
    Properties: {VisibilityTimeout: 30.5, DelaySeconds: 1000}
  Rule:
    Type: AWS::Events::Rule
    Properties: {ScheduleExpression: cron(0 8 * * *)}
  Rate:
    Type: AWS::Scheduler::Schedule
    Properties:
      FlexibleTimeWindow: {Mode: 'OFF'}
      ScheduleExpression: rate(5 minuts)
      ScheduleExpressionTimezone: America/Toronot
      Target: {Arn: !GetAtt Queue.Arn, RoleArn: 'arn:aws:iam::123456789012:role/send'}
  Cron:
    Type: AWS::Scheduler::Schedule
    Properties:
      FlexibleTimeWindow: {Mode: 'OFF'}
      ScheduleExpression: cron(0 8 * * * *)
      Target: {Arn: !GetAtt Queue.Arn, RoleArn: 'arn:aws:iam::123456789012:role/send'}
YAML
{ venv/bin/cfn-lint --format parseable template.yaml || true; } | cut -d: -f2,6- | sort -n >seen
cat >expected <<'EOF'
13:E3034:1000 is greater than the maximum of 900
16:E3027:'0' is not of length 6. (Minutes Hours Day-of-month Month Day-of-week Year)
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
