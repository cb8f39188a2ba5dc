namespace ProgramReview.Local.Host.Time;

/// <summary>A place where work may lie that nobody tells of: it has to be looked at.</summary>
internal interface ILook
{
    /// <summary>Looks, and does what lies there; whether it is known that nothing lay there.</summary>
    Task<bool> IsEmptyAsync(CancellationToken stop);
}
