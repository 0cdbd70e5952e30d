module basewell.dev/tools/crds

go 1.26.4

require (
	github.com/argoproj/argo-cd/v3 v3.5.1
	github.com/cloudnative-pg/cloudnative-pg v1.30.0
	github.com/cloudnative-pg/plugin-barman-cloud v0.14.0
	github.com/external-secrets/external-secrets v1.3.2
	github.com/prometheus-operator/prometheus-operator v0.92.0
)
