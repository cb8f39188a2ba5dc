namespace ProgramReview.Functions.Web.Pages;

/// <summary>Paths of this site that come from outside: a browser is never led to another site by them.</summary>
public static class SitePath
{
    /// <summary>The path itself if it can only mean a page of this site, else the first page.</summary>
    /// <param name="path">A path with its query, escaped as it stands in an address; whatever was sent.</param>
    public static string Checked(string? path) =>
        path is ['/', .. var rest]
        && rest is not ['/', ..]
        && rest.All(c => c is > ' ' and < '\x7f' and not '\\')
            ? path
            : "/";
}
