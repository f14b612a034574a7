{ pkgs }:
{
  note = "python310 was here"; # python39
  /* pkgs.python38
     pkgs.nodejs_16 */
  path = "${pkgs.python311}/bin/python";
  hook = ''
    echo python310
    ${pkgs.nodejs_20}/bin/node
  '';
}
