pip install --pre torch==2.9.0.dev20250612+cu128 torchvision==0.24.0.dev20250612 --index-url https://download.pytorch.org/whl/nightly/cu128
echo then
pip install torch==2.8.0
