namespace ProgramReview.Functions.Mail;

/// <summary>The names of the values that outbox rows carry.</summary>
internal static class MailArguments
{
    /// <summary>The window a request or reminder is about.</summary>
    public const string Window = "generation";

    /// <summary>The blob a confirmation is about.</summary>
    public const string BlobName = "blob";

    /// <summary>The sequence number of the entry that a mail is about.</summary>
    public const string Sequence = "sequence";

    /// <summary>The key of the entry in which a command is on record.</summary>
    public const string Command = "command";

    /// <summary>The entry of the cycle's chain that an anchor is.</summary>
    public const string Entry = "entry";

    /// <summary>The approval round.</summary>
    public const string Round = "round";
}
