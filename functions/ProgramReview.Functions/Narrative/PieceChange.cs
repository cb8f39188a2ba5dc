namespace ProgramReview.Functions.Narrative;

/// <summary>What became of words.</summary>
public enum PieceChange
{
    /// <summary>They stand in both.</summary>
    None,

    /// <summary>They stood there and do not any more.</summary>
    Gone,

    /// <summary>They stand there now and did not.</summary>
    Come,
}
