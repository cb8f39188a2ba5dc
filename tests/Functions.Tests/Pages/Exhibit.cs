using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>One page in one state and language.</summary>
internal sealed record Exhibit(
    string Name,
    Type Page,
    Language Language,
    Func<PageRenderer, Task<string>> Render
);
