# All that the portal asks of a Vault: metadata, never a value. Put in the names
# of your mounts. Each "deny" wins over whatever another policy allows.

# When a value of KV version 2 was written.
path "kv/metadata/*" {
  capabilities = ["read"]
}
path "kv/data/*" {
  capabilities = ["deny"]
}
path "kv/subkeys/*" {
  capabilities = ["deny"]
}

# KV version 1 tells no times. To know that a mount is of version 1 the portal
# needs some right below it; there need be nothing at that path.
# path "secret/basewell" {
#   capabilities = ["list"]
# }

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

# Only with `leases: true`: whether a lease that a database rests on still lives.
# It takes the id of a lease, tells its times, and changes nothing.
# path "sys/leases/lookup" {
#   capabilities = ["update"]
# }
# By the same ids leases are ended and prolonged.
path "sys/leases/revoke" {
  capabilities = ["deny"]
}
path "sys/leases/renew" {
  capabilities = ["deny"]
}

# What is mounted, and what this token may do.
path "sys/internal/ui/mounts/*" {
  capabilities = ["read"]
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
