namespace ProgramReview.Conformance;

/// <summary>What an engine keeps between steps.</summary>
internal enum Keeping
{
    /// <summary>Running code, and its state in memory.</summary>
    Kept,

    /// <summary>Its state in memory; code is replayed from the start at each step.</summary>
    Replayed,

    /// <summary>A file: engine and store are closed and opened again whenever there is nothing to do.</summary>
    Reopened,
}
