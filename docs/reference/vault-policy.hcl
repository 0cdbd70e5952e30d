# All that the portal asks of a Vault: metadata, never a value. Put in the names
# of your mounts. Each "deny" wins over whatever another policy allows.

# When a value of KV version 2 was written. Version 1 has nothing to be read.
path "kv/metadata/*" {
  capabilities = ["read"]
}
path "kv/data/*" {
  capabilities = ["deny"]
}
path "kv/subkeys/*" {
  capabilities = ["deny"]
}

# How long credentials of the database engine last, and when they were rotated.
path "database/roles/*" {
  capabilities = ["read"]
}
path "database/static-roles/*" {
  capabilities = ["read"]
}
# Reading here makes a database user.
path "database/creds/*" {
  capabilities = ["deny"]
}
path "database/static-creds/*" {
  capabilities = ["deny"]
}
# Names the administrator of the database.
path "database/config/*" {
  capabilities = ["deny"]
}

# What is mounted, when a lease ends, and what this token may do.
path "sys/internal/ui/mounts/*" {
  capabilities = ["read"]
}
path "sys/leases/lookup" {
  capabilities = ["update"]
}
path "sys/capabilities-self" {
  capabilities = ["update"]
}
path "auth/token/lookup-self" {
  capabilities = ["read"]
}
path "auth/token/renew-self" {
  capabilities = ["update"]
}
path "auth/token/revoke-self" {
  capabilities = ["update"]
}
