namespace ProgramReview.Functions.Status;

/// <summary>The order of bodies in the matrix; the query's <c>sort</c>.</summary>
public enum StatusSort
{
    /// <summary>As in the plan.</summary>
    Plan,

    /// <summary>By name.</summary>
    Name,

    /// <summary>Worst state first.</summary>
    State,
}
