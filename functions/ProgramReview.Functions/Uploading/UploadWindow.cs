namespace ProgramReview.Functions.Uploading;

/// <summary>Where an assignment's window stands, as the rule of timeliness says; the page itself compares no instants.</summary>
public enum UploadWindow
{
    /// <summary>Not open yet.</summary>
    Waiting,

    /// <summary>Open, before <c>due</c>.</summary>
    Open,

    /// <summary>Open from <c>due</c> on: what comes now is late.</summary>
    Late,

    /// <summary>Closed; what came on time may still be corrected.</summary>
    Correcting,

    /// <summary>Closed, or the body is exempt: nothing can be sent.</summary>
    Closed,

    /// <summary>The cycle as a whole has ended.</summary>
    Ended,
}
