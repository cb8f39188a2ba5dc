namespace ProgramReview.Local.Simulation.Faults;

/// <summary>What can go wrong where the product meets the world.</summary>
internal enum Fault
{
    /// <summary>A call fails and nothing took place.</summary>
    Fails,

    /// <summary>A call fails although it took place.</summary>
    HalfDone,

    /// <summary>A call takes minutes.</summary>
    Slow,

    /// <summary>The process dies before a call.</summary>
    DiesBefore,

    /// <summary>The process dies after a call.</summary>
    DiesAfter,

    /// <summary>Somebody else acts in the middle of it, just before a call takes place.</summary>
    CutIn,

    /// <summary>A message is lost.</summary>
    Lost,

    /// <summary>A message comes late, and so after others.</summary>
    Late,

    /// <summary>A message comes twice.</summary>
    Doubled,

    /// <summary>The mail provider refuses for good.</summary>
    Refused,

    /// <summary>Nothing runs for a while; then everything is overdue.</summary>
    Sleeps,

    /// <summary>A process is ended from outside, as a fault that nobody catches would end it; a person has it started again.</summary>
    Ended,

    /// <summary>The history of a process is lost.</summary>
    Purged,

    /// <summary>New code objects replace the old ones; every process replays from its history.</summary>
    Deployed,
}
