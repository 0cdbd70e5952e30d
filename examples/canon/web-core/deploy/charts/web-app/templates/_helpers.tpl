{{- define "web-app.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "web-app.image" -}}
{{- $repository := required "image.repository is written by the release pipeline" .Values.image.repository -}}
{{- $tag := required "image.tag is written by the release pipeline" .Values.image.tag -}}
{{ printf "%s:%s" $repository $tag | quote }}
{{- end }}

{{- /* env and envFrom of a container; every workload of the app has the same. */}}
{{- define "web-app.environment" -}}
{{- with .Values.env }}
env:
  {{- range $name, $value := . }}
  - name: {{ $name }}
    value: {{ $value | quote }}
  {{- end }}
{{- end }}
{{- if or .Values.envFrom.secretRef .Values.envFrom.extraSecretRefs }}
envFrom:
  {{- with .Values.envFrom.secretRef }}
  - secretRef:
      name: {{ . | quote }}
  {{- end }}
  {{- range .Values.envFrom.extraSecretRefs }}
  - secretRef:
      name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}
