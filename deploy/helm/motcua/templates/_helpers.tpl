{{/* Every service by its path: its image, and whether it needs the file store and the sealing key. */}}
{{- define "motcua.services" -}}
catalogue: { image: procedure-catalogue }
intake: { image: dossier-intake, files: true, sealing: true }
workflow: { image: processing-workflow, files: true, sealing: true }
payment: { image: fee-payment, files: true, sealing: true }
notification: { image: notifications, files: true, sealing: true }
reporting: { image: reporting }
portal: { image: national-portal, files: true, sealing: true }
{{- end }}

{{/* One of them, empty for what is no service. Arguments: root, name. */}}
{{- define "motcua.service" -}}
{{ index (include "motcua.services" .root | fromYaml) .name | default dict | toYaml }}
{{- end }}

{{- define "motcua.fullname" -}}
{{- if contains "motcua" .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-motcua" .Release.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* Arguments: root, component. */}}
{{- define "motcua.selector" -}}
app.kubernetes.io/name: motcua
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "motcua.labels" -}}
{{ include "motcua.selector" . }}
app.kubernetes.io/part-of: motcua
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "motcua.image" -}}
{{ .root.Values.image.registry }}/{{ .image }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "motcua.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (ternary (include "motcua.fullname" .) "default" .Values.serviceAccount.create) }}
{{- end }}

{{/* What every pod has: no rights on its node, and where it may run. Arguments: root, component. */}}
{{- define "motcua.podSettings" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "motcua.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* Arguments: secret, key, name of the variable. */}}
{{- define "motcua.secretVariable" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef: { name: {{ .secret }}, key: {{ .key }} }
{{- end }}

{{/* The hooks migrate before the old pods go: one that restarts meanwhile finds a schema that is newer than its code.
     The environment of a service, of its migration and of the topics job. Arguments: root, name. */}}
{{- define "motcua.environment" -}}
{{- $v := .root.Values }}
{{- $needs := include "motcua.service" . | fromYaml }}
{{- $plain := dict
  "MOTCUA_PROFILE" "production"
  "MOTCUA_PUBLIC_URL" $v.publicUrl
  "MOTCUA_OIDC_ISSUER" $v.oidc.issuer
  "MOTCUA_OIDC_JWKS" $v.oidc.jwks
  "MOTCUA_OIDC_AUDIENCE" $v.oidc.audience
  "MOTCUA_TRUSTED_PROXIES" "uniquelocal"
  "MOTCUA_TRANSPORT" "kafka"
  "MOTCUA_KAFKA_BROKERS" $v.kafka.brokers
  "MOTCUA_KAFKA_TLS" $v.kafka.tls
  "MOTCUA_KAFKA_PARTITIONS" $v.kafka.partitions
  "MOTCUA_SCHEMA_MAY_BE_NEWER" "true"
  "LOG_LEVEL" $v.log.level }}
{{- with $v.kafka.sasl.mechanism }}{{ $_ := set $plain "MOTCUA_KAFKA_SASL_MECHANISM" . }}{{ end }}
{{- with $v.kafka.caSecret }}{{ $_ := set $plain "MOTCUA_KAFKA_TLS_CA" "/kafka-ca/ca.crt" }}{{ end }}
{{- with $v.tracing.endpoint }}{{ $_ := set $plain "OTEL_EXPORTER_OTLP_ENDPOINT" . }}{{ $_ := set $plain "OTEL_TRACES_SAMPLER_ARG" $v.tracing.sampling }}{{ end }}
{{- $secrets := dict "MOTCUA_HISTORY_KEY" "history-key" "MOTCUA_IDENTITY_KEY" "identity-key" }}
{{- if $v.kafka.sasl.mechanism }}{{ $_ := set $secrets "MOTCUA_KAFKA_SASL_USERNAME" "kafka-username" }}{{ $_ := set $secrets "MOTCUA_KAFKA_SASL_PASSWORD" "kafka-password" }}{{ end }}
{{- if $needs.files }}
{{- $_ := set $plain "MOTCUA_FILES" $v.files.place }}
{{- $_ := set $plain "MOTCUA_FILES_STAGING" "/staging" }}
{{- $_ := set $plain "MOTCUA_FILE_MAX_BYTES" (int64 $v.files.maxBytes) }}
{{- $_ := set $plain "MOTCUA_S3_REGION" $v.files.region }}
{{- with $v.files.endpoint }}{{ $_ := set $plain "MOTCUA_S3_ENDPOINT" . }}{{ end }}
{{- if not $v.files.workloadIdentity }}{{ $_ := set $secrets "MOTCUA_S3_ACCESS_KEY" "s3-access-key" }}{{ $_ := set $secrets "MOTCUA_S3_SECRET_KEY" "s3-secret-key" }}{{ end }}
{{- end }}
{{- if $needs.sealing }}{{ $_ := set $secrets "MOTCUA_SEALING_KEY" "sealing-key" }}{{ end }}
{{- if eq .name "intake" }}{{ with $v.provinceName }}{{ $_ := set $plain "MOTCUA_PROVINCE_NAME" . }}{{ end }}{{ end }}
{{- if and (eq .name "intake") $v.population.url }}
{{- $_ := set $plain "MOTCUA_POPULATION_URL" $v.population.url }}
{{- if $v.population.token }}{{ $_ := set $secrets "MOTCUA_POPULATION_TOKEN" "population-token" }}{{ end }}
{{- end }}
{{- if and (eq .name "intake") $v.post.url }}
{{- $_ := set $plain "MOTCUA_POST_URL" $v.post.url }}
{{- if $v.post.token }}{{ $_ := set $secrets "MOTCUA_POST_TOKEN" "post-token" }}{{ end }}
{{- if $v.post.notices }}{{ $_ := set $secrets "MOTCUA_POST_NOTICE_TOKEN" "post-notice-token" }}{{ end }}
{{- end }}
{{- if eq .name "payment" }}
{{- $_ := set $secrets "MOTCUA_PAYMENT_SECRET" "payment-secret" }}
{{- $_ := set $plain "MOTCUA_PAYMENT_PLATFORM_URL" $v.payment.platformUrl }}
{{- $_ := set $plain "MOTCUA_PAYMENT_PARTNER" $v.payment.partner }}
{{- with $v.payment.returnOrigins }}{{ $_ := set $plain "MOTCUA_PAYMENT_RETURN_ORIGINS" . }}{{ end }}
{{- with $v.payment.account.number }}
{{- $_ := set $plain "MOTCUA_PAYMENT_ACCOUNT_NUMBER" . }}
{{- $_ := set $plain "MOTCUA_PAYMENT_ACCOUNT_NAME" $v.payment.account.name }}
{{- $_ := set $plain "MOTCUA_PAYMENT_ACCOUNT_BANK" $v.payment.account.bank }}
{{- with $v.payment.account.bin }}{{ $_ := set $plain "MOTCUA_PAYMENT_ACCOUNT_BIN" . }}{{ end }}
{{- end }}
{{- end }}
{{- if and (eq .name "payment") $v.payment.receiptProvider.url }}
{{- $_ := set $plain "MOTCUA_RECEIPT_PROVIDER_URL" $v.payment.receiptProvider.url }}
{{- $_ := set $secrets "MOTCUA_RECEIPT_PROVIDER_TOKEN" "receipt-provider-token" }}
{{- end }}
{{- if eq .name "portal" }}
{{- $_ := set $secrets "MOTCUA_PORTAL_PASSWORD" "portal-password" }}
{{- $_ := set $plain "MOTCUA_PORTAL_URL" $v.portal.url }}
{{- $_ := set $plain "MOTCUA_PORTAL_DESTINATION" $v.portal.destination }}
{{- $_ := set $plain "MOTCUA_PORTAL_USERNAME" $v.portal.username }}
{{- $_ := set $plain "MOTCUA_PORTAL_UNIT" $v.portal.unit }}
{{- $_ := set $plain "MOTCUA_PORTAL_FOLLOW_CATALOGUE" $v.portal.followCatalogue }}
{{- with $v.portal.fileHosts }}{{ $_ := set $plain "MOTCUA_PORTAL_FILE_HOSTS" . }}{{ end }}
{{- end }}
{{- if eq .name "notification" }}
{{- $_ := set $secrets "MOTCUA_SMTP_URL" "smtp-url" }}
{{- $_ := set $plain "MOTCUA_MAIL_FROM" $v.mail.from }}
{{- with $v.mail.fromName }}{{ $_ := set $plain "MOTCUA_MAIL_FROM_NAME" . }}{{ end }}
{{- end }}
{{- $own := index $v.services .name | default dict }}
{{- $_ := set $plain "MOTCUA_DATABASE_POOL" ($own.databasePool | default $v.defaults.databasePool) }}
{{- $plain = merge (dict) ($own.env | default dict) $v.defaults.env $plain }}
{{- range $name, $value := $plain }}
- name: {{ $name }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- range $variable, $key := $secrets }}
{{ include "motcua.secretVariable" (dict "secret" $v.secrets.existingSecret "key" $key "variable" $variable) }}
{{- end }}
{{ include "motcua.secretVariable" (dict "secret" $v.secrets.databaseSecret "key" .name "variable" "MOTCUA_DATABASE_URL") }}
{{- end }}

{{/* Mounts of every container of a service or job. Arguments: root, name. */}}
{{- define "motcua.mounts" -}}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- if (include "motcua.service" . | fromYaml).files }}
  - { name: staging, mountPath: /staging }
  {{- end }}
  {{- if .root.Values.kafka.caSecret }}
  - { name: kafka-ca, mountPath: /kafka-ca, readOnly: true }
  {{- end }}
{{- end }}
{{- define "motcua.volumes" -}}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 64Mi }
  {{- if (include "motcua.service" . | fromYaml).files }}
  - name: staging
    emptyDir: { sizeLimit: {{ .root.Values.files.stagingSize }} }
  {{- end }}
  {{- with .root.Values.kafka.caSecret }}
  - name: kafka-ca
    secret: { secretName: {{ . }} }
  {{- end }}
{{- end }}

{{/* Pods of one deployment on different zones and nodes, as far as there are any. Arguments: root, component. */}}
{{- define "motcua.spread" -}}
{{- $argument := . }}
{{- if .root.Values.topologySpread.enabled }}
topologySpreadConstraints:
{{- range .root.Values.topologySpread.topologyKeys }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{ include "motcua.selector" $argument | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}
{{- end }}
