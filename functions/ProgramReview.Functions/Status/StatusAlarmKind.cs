namespace ProgramReview.Functions.Status;

/// <summary>What a person of operations should look at.</summary>
public enum StatusAlarmKind
{
    /// <summary>Malware was found in a file.</summary>
    Infected,

    /// <summary>A file waits for the verdict of the scanner, and is handed to nobody meanwhile.</summary>
    NotScanned,

    /// <summary>A report is past due.</summary>
    Overdue,

    /// <summary>A report was not received at all.</summary>
    Missing,

    /// <summary>A file came that cannot count.</summary>
    ToMend,

    /// <summary>A mail was refused or bounced.</summary>
    MailRefused,

    /// <summary>The mail provider refuses the sender: the account must be mended, no address.</summary>
    SenderRefused,

    /// <summary>A process failed.</summary>
    ProcessFailed,

    /// <summary>A person must choose what comes next.</summary>
    WaitingForPerson,

    /// <summary>An open approval round can no longer reach its quorum.</summary>
    ApprovalOutOfReach,

    /// <summary>A dossier fell, or an edition opened, for an order that was never recorded.</summary>
    OrderLost,

    /// <summary>Somebody who is asked has no access code, or wrong ones spent it: they cannot answer.</summary>
    AccessCodeNeeded,
}
