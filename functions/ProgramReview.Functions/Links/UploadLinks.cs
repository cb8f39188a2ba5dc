namespace ProgramReview.Functions.Links;

/// <summary>How long upload links live.</summary>
internal static class UploadLinks
{
    /// <summary>Beyond the close, so that the sender can still see the receipt.</summary>
    public static readonly TimeSpan Afterlife = TimeSpan.FromDays(60);
}
