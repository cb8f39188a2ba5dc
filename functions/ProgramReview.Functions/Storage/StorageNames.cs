namespace ProgramReview.Functions.Storage;

/// <summary>The names of the tables, containers and queues the product uses; the infrastructure creates the same.</summary>
public static class StorageNames
{
    /// <summary>The table of events, one row per entry.</summary>
    public const string RecordTable = "record";

    /// <summary>The table of names that were permitted and not yet seen.</summary>
    public const string PermissionsTable = "permissions";

    /// <summary>The table of what tokens open.</summary>
    public const string LinksTable = "links";

    /// <summary>The table of contacts that were named while a cycle ran.</summary>
    public const string ContactsTable = "contacts";

    /// <summary>The table of outgoing mails.</summary>
    public const string MailsTable = "mails";

    /// <summary>The table of cycles and of what pages and gates read at a glance: rows of assignments, sums of nodes.</summary>
    public const string IndexTable = "index";

    /// <summary>The container of uploaded files.</summary>
    public const string SubmissionsContainer = "submissions";

    /// <summary>The container of what the product writes itself.</summary>
    public const string DocumentsContainer = "documents";

    /// <summary>The queue that tells of created blobs.</summary>
    public const string BlobCreatedQueueName = "blob-created";

    /// <summary>The queue of recorded files whose content nobody has looked at.</summary>
    public const string CheckQueueName = "checks";

    /// <summary>The queue on which Defender for Storage tells what it found in blobs.</summary>
    public const string ScanResultQueueName = "scan-results";

    /// <summary>Every queue the product needs; they are made at the start where they are missing.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [BlobCreatedQueueName, CheckQueueName, ScanResultQueueName];

    /// <summary>The queue of a queue's messages that were put aside after their last try; the queue trigger names it so.</summary>
    public static string PoisonOf(string queue) => $"{queue}-poison";

    /// <summary>Every table the product needs; they are made at the start where they are missing.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [RecordTable, PermissionsTable, LinksTable, MailsTable, IndexTable, ContactsTable];

    /// <summary>Every blob container the product needs; they are made at the start where they are missing.</summary>
    public static IReadOnlyList<string> Containers { get; } =
    [SubmissionsContainer, DocumentsContainer];
}
