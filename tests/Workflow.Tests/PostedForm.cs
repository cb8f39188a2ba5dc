using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

/// <summary>A form or document posted to one of the product's functions, as a browser without script or a program does it.</summary>
internal sealed class PostedForm(World world, string person = "operator")
{
    /// <summary>Posts the content to the function.</summary>
    public async Task<FormReply> PostAsync<T>(
        HttpContent content,
        bool isPage,
        Func<T, HttpRequest, Task<IResult>> run
    )
    {
        var http = NewContext();
        http.Request.Method = "POST";
        http.Request.Headers.Accept = isPage ? "text/html" : "application/json";
        http.Request.ContentType = content.Headers.ContentType!.ToString();
        http.Request.Body = await content.ReadAsStreamAsync(Scenario.Cancel);
        http.Request.ContentLength = http.Request.Body.Length;
        return await AnswerAsync(http, run);
    }

    /// <summary>Asks the function for a page or a file.</summary>
    public Task<FormReply> GetAsync<T>(bool isPage, Func<T, HttpRequest, Task<IResult>> run)
    {
        var http = NewContext();
        http.Request.Method = "GET";
        http.Request.Headers.Accept = isPage ? "text/html" : "application/json";
        return AnswerAsync(http, run);
    }

    /// <summary>Asks the function for a page or a file, and takes it as it comes.</summary>
    public async Task<(int Status, byte[] Body)> GetBytesAsync<T>(
        Func<T, HttpRequest, Task<IResult>> run
    )
    {
        var http = NewContext();
        http.Request.Method = "GET";
        http.Request.Headers.Accept = "text/html";
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var function = ActivatorUtilities.CreateInstance<T>(http.RequestServices);
        await (await run(function, http.Request)).ExecuteAsync(http);
        return (http.Response.StatusCode, answer.ToArray());
    }

    /// <summary>Opens the page that a browser was led to.</summary>
    public async Task<FormReply> FollowAsync<T>(
        FormReply reply,
        Func<T, HttpRequest, Task<IResult>> run
    )
    {
        Assert.Equal(StatusCodes.Status303SeeOther, reply.Status);
        var http = NewContext();
        http.Request.Method = "GET";
        http.Request.QueryString = new QueryString(
            new Uri(new Uri("http://x/"), reply.Location).Query
        );
        return await AnswerAsync(http, run);
    }

    private DefaultHttpContext NewContext()
    {
        var http = new DefaultHttpContext { RequestServices = world.Get<IServiceProvider>() };
        http.Items["ProgramReview.Staff"] = new StaffMember(person, StaffRole.Operator);
        return http;
    }

    private static async Task<FormReply> AnswerAsync<T>(
        DefaultHttpContext http,
        Func<T, HttpRequest, Task<IResult>> run
    )
    {
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var function = ActivatorUtilities.CreateInstance<T>(http.RequestServices);
        await (await run(function, http.Request)).ExecuteAsync(http);
        return new FormReply(
            http.Response.StatusCode,
            http.Response.Headers.Location.ToString(),
            Encoding.UTF8.GetString(answer.ToArray())
        );
    }
}
