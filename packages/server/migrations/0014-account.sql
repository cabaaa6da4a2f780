-- owner: account
-- Accounts and sessions of the sign-in library (better-auth), outside tenants. Pseudonymous: no name, no phone, no address.

CREATE TABLE auth."user" (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  image text,
  username text UNIQUE,
  "displayUsername" text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
COMMENT ON TABLE auth."user" IS 'An account: a pseudonym that signs in. Who it is, says the holding of a post.';
COMMENT ON COLUMN auth."user".email IS 'The library wants one; we fill in an address of the reserved domain .invalid.';

CREATE TABLE auth.session (
  id uuid PRIMARY KEY,
  "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  "expiresAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
COMMENT ON TABLE auth.session IS 'Signed-in devices.';
CREATE INDEX session_of_user ON auth.session ("userId");

CREATE TABLE auth.account (
  id uuid PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
COMMENT ON TABLE auth.account IS 'Ways to sign in to an account; password is an argon2id hash.';
CREATE INDEX account_of_user ON auth.account ("userId");

CREATE TABLE auth.verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz,
  "updatedAt" timestamptz
);
COMMENT ON TABLE auth.verification IS 'Short-lived proofs of the sign-in library.';

CREATE TABLE auth.sign_in_attempt (
  target bytea PRIMARY KEY CHECK (octet_length(target) = 16),
  failures int NOT NULL CHECK (failures >= 0),
  first_at timestamptz NOT NULL,
  locked_until timestamptz
);
COMMENT ON TABLE auth.sign_in_attempt IS 'Failed sign-ins by keyed hash of the user name: lockout is ours, not the library''s.';

GRANT SELECT, INSERT, UPDATE, DELETE ON auth."user", auth.session, auth.account, auth.verification, auth.sign_in_attempt TO lianxin_auth;
