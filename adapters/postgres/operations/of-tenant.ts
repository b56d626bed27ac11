/** Between the mailbox and what stands behind it, of an address of ours (MAIL_TAG_SEPARATOR). */
const SEPARATORS = `ARRAY['+', '-', '=', '_']`;

/**
 * Whether a `message` that came in is a tenant's: about its meetings, handed in by it, or come to its mailbox. What could not
 * be read is known by where it came to alone. `:tenantId` null: anybody's.
 */
export const CAME_TO_TENANT = `(CAST(:tenantId AS uuid) IS NULL OR message.tenant_id = :tenantId
  OR (message.tenant_id IS NULL AND :tenantId IN (message.arrived_for, message.addressed_to))
  OR (coalesce(message.tenant_id, message.arrived_for, message.addressed_to) IS NULL AND EXISTS (
        SELECT FROM tenants tenant, unnest(message.envelope_to) recipient,
               LATERAL (SELECT split_part(lower(tenant.organizer_email), '@', 1) AS mailbox,
                               split_part(lower(recipient), '@', 1) AS local) named
         WHERE tenant.id = :tenantId
           AND split_part(lower(tenant.organizer_email), '@', 2) = split_part(lower(recipient), '@', 2)
           AND left(local, length(mailbox)) = mailbox
           AND (length(local) = length(mailbox)
                OR substr(local, length(mailbox) + 1, 1) = ANY (${SEPARATORS})))))`;
