namespace ProgramReview.Core.Planning;

/// <summary>What a declared outage does to the open deadlines.</summary>
public enum OutageExtension
{
    /// <summary>It is on record and shown; no deadline moves by itself.</summary>
    None,

    /// <summary>Every open deadline it falls before moves by its length, rounded up to whole hours.</summary>
    Window,
}
