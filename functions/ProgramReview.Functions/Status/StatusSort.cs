namespace ProgramReview.Functions.Status;

/// <summary>The order of bodies in the matrix; the query's <c>sort</c>.</summary>
public enum StatusSort
{
    /// <summary>In the order of the plan's bodies.</summary>
    Plan,

    /// <summary>By the bodies' names in the reader's language.</summary>
    Name,

    /// <summary>Worst state first.</summary>
    State,
}
